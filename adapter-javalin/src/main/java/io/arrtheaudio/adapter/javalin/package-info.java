/**
 * The HTTP side of the server, on Javalin: webhooks of Sonarr and Radarr, the API, events, its documentation, and who may
 * ask how often. What is asked is answered by in-ports; nothing is decided here about files and jobs.
 *
 * <p>A request goes through {@code FrontDoor} (who is it), {@code BodyGate} (its body, without a thread), {@code Frame}
 * ({@code Admission}: may it; {@code WriteCheck}: may it write) to the handler of a {@code Route}; what is thrown there is
 * answered by {@code Problems}. {@code HttpServer} puts this together, and is what a launcher starts.
 *
 * <p>A {@code RouteGroup} has routes that belong together; {@code Api} has all of them. What goes over the wire are records:
 * those named {@code View} go out, those in {@code Bodies} come in, and the OpenAPI document is made of both.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.javalin;
