/** Tests against a server that answers as TMDB does, or as it does on a bad day. */
package io.arrtheaudio.adapter.tmdb;
