/**
 * One door for programs that embed the built-in engine: {@link io.arrtheaudio.embedded.ArrTheAudio} puts the services and
 * adapters together that most of them need. Whatever it does can be done by constructors too; what is special, such as jobs,
 * a database, other tools or a server, is.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.embedded;
