package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation of the application that carries another one. */
@InterceptorBinding
@Memoized(expireAfter = "1h", tags = "hourly")
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Hourly {}
