package io.arrtheaudio.adapter.javalin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people are told about a field of a body, in the OpenAPI document. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface About {

    /** In a few words. */
    String value();

    /** The values it can have, in lower case; {@link AnyText} if it can have any. */
    Class<? extends Enum<?>> oneOf() default AnyText.class;

    /** Whether a list may also be given as its only element. */
    boolean orOne() default false;

    /** Whether it must be given; only bodies that come in ask. */
    boolean needed() default false;

    /** There is no list of values. */
    enum AnyText {}
}
