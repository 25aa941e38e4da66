/**
 * What Sonarr and Radarr tell: their events in one form, however they were told, and what their script variables say. How
 * JSON is read does not belong here, nor does what becomes of an event.
 *
 * <p>Nothing here is null; a missing value is an empty text or a zero, as each record says.
 */
package io.arrtheaudio.domain.arr;
