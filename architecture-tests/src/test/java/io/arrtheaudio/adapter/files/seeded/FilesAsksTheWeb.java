package io.arrtheaudio.adapter.files.seeded;

import java.net.http.HttpClient;

/** Breaks R10, the HTTP client. */
public final class FilesAsksTheWeb {

    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
