/**
 * Which film or series a file is: ids and names, read from folders, file names and side files. What is known about the
 * title itself does not belong here.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.domain.title;
