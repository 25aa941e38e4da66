/**
 * What happens, counted and timed for Prometheus. Which series there are, and what they are called, is listed in
 * docs/metrics.md; names and labels are what dashboards are made of and do not change. Every series that can be known is there
 * from the start, at zero. Nothing is static: each {@link io.arrtheaudio.adapter.micrometer.Metrics} has a registry of its own.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.micrometer;
