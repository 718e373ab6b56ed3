package dev.memoized.tck.store;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sentence of the contract that a test proves. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {

    /**
     * The sentence.
     *
     * @return in words for authors of backends, with a full stop; another one for each test
     */
    String value();
}
