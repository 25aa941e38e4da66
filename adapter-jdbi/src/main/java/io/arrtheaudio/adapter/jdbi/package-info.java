/**
 * What is remembered, in one SQLite file of the data folder. Media files are no business of this package, and nothing but
 * the data folder is written to.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.jdbi;
