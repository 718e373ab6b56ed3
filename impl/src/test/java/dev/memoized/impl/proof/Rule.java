package dev.memoized.impl.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands on a class of checks. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Rule {
    /** Its number in the list of rules that may not be broken. */
    String number();

    /** What it says. */
    String says();
}
