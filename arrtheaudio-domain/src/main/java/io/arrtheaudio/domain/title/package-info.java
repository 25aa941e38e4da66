/**
 * Which film or series a file is: ids and names, read from folders, file names and side files; and what was settled,
 * answered or told about a title. Asking and remembering do not belong here.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.domain.title;
