package io.arrtheaudio.adapter.javalin;

import java.lang.reflect.Proxy;

/** A desk that nobody asks; who does is told so. */
final class Unasked {

    private Unasked() {}

    static <T> T of(Class<T> desk) {
        return desk.cast(
                Proxy.newProxyInstance(desk.getClassLoader(), new Class<?>[] {desk}, (self, method, values) -> {
                    throw new AssertionError("nobody should ask for " + desk.getSimpleName() + "." + method.getName());
                }));
    }
}
