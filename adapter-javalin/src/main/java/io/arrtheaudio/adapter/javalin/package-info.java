/**
 * The HTTP side of the server, on Javalin: webhooks of Sonarr and Radarr, the API, events, its documentation, and who may
 * ask how often. What is asked is answered by in-ports; nothing is decided here about files and jobs.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.javalin;
