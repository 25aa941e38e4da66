package io.arrtheaudio.adapter.javalin;

import java.util.Objects;

/**
 * Makes the page of figures.
 *
 * <p>Called from many threads; must not take long and throw nothing.
 */
@FunctionalInterface
public interface MetricsPage {

    /** There are no figures. */
    MetricsPage NONE = accept -> new Page("text/plain", "");

    /**
     * The figures as they are now.
     *
     * @param accept what the reader accepts, as HTTP writes it; empty if it does not say
     */
    Page page(String accept);

    /**
     * A page of figures.
     *
     * @param contentType as HTTP writes it
     * @param text the page; empty if there is none
     */
    record Page(String contentType, String text) {

        /** Checks the values. */
        public Page {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(text, "text");
        }
    }
}
