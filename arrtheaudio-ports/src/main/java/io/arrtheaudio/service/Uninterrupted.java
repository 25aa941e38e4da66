package io.arrtheaudio.service;

import java.util.function.Supplier;

/** Lets work that may be done twice come to its end although the thread is interrupted, and keeps the interrupt for later. */
final class Uninterrupted {

    private Uninterrupted() {}

    static <T> T call(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.get();
                } catch (RuntimeException e) {
                    if (!Thread.interrupted()) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
