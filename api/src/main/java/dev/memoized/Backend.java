package dev.memoized;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.io.Serial;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a {@link dev.memoized.spi.CacheBackend} bean, on its class or producer; beside {@link Memoized} it selects
 * that backend for a method.
 */
@Documented
@Qualifier
@Target({TYPE, METHOD, FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Backend {

    /**
     * The backend's name.
     *
     * @return not empty; a bean's is neither {@code "request"} nor {@code "instance"}, see {@link Memoized#backend}
     */
    String value();

    /** The qualifier as an object, for look-ups by program. */
    final class Literal extends AnnotationLiteral<Backend> implements Backend {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /**
         * The qualifier of that name.
         *
         * @param value the backend's name
         * @return a qualifier equal to {@code @Backend(value)}
         */
        public static Literal of(String value) {
            return new Literal(value);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
