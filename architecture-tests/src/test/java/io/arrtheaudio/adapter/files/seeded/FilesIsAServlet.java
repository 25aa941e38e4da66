package io.arrtheaudio.adapter.files.seeded;

import jakarta.servlet.http.HttpServletResponse;

/** Breaks R10, servlets. */
public final class FilesIsAServlet {

    void answer(HttpServletResponse response) {
        response.setStatus(200);
    }
}
