package dev.memoized;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Several {@link CacheInvalidate} on one method; the compiler writes it. */
@Documented
@CacheChange
@InterceptorBinding
@Target({METHOD, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CacheInvalidations {

    /**
     * All of them.
     *
     * @return each is made by itself
     */
    @Nonbinding
    CacheInvalidate[] value();
}
