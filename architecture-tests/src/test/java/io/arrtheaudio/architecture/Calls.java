package io.arrtheaudio.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;

/** Which method is called. */
final class Calls {

    private Calls() {}

    static DescribedPredicate<JavaMethodCall> to(Class<?> owner, String method) {
        return DescribedPredicate.describe(
                owner.getName() + "." + method,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(method));
    }
}
