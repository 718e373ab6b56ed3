package dev.memoized.it.quarkus;

import dev.memoized.CacheInvalidate;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation of the application that carries a change. */
@InterceptorBinding
@CacheInvalidate(tags = "hourly")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DropsHourly {}
