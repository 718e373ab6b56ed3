package dev.memoized.impl.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a method with one {@link Memoizing} a check, which the engine passes and a memoizer with these defects does not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Kills {
    Defect[] value();
}
