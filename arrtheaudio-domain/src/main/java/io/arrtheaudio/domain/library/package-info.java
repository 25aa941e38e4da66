/** Paths of a library: globs, rules and mappings that hold for some of them, folders that may be touched. Nothing here looks at a disk. */
package io.arrtheaudio.domain.library;
