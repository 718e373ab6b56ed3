package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.security.Principal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                ContainerRequestContext.class,
                HeaderParam.class,
                HttpHeaders.class,
                HttpServletRequestWrapper.class,
                HttpServletResponse.class,
                HttpSession.class,
                Principal.class,
                Request.class,
                SecurityContext.class,
                Subject.class,
                Tenant.class,
                UriInfo.class
            })
    void type_ofRequestOrIdentity_isOne(Class<?> type) {
        assertThat(RequestTypes.contain(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Application.class,
                Configuration.class,
                Object.class,
                RequestTypesTest.class,
                ServletContext.class,
                String.class,
                int.class
            })
    void type_ofApplication_isNone(Class<?> type) {
        assertThat(RequestTypes.contain(type)).isFalse();
    }

    @Test
    void identity_isToldFromRequest() {
        assertThat(RequestTypes.isIdentity(Tenant.class)).isTrue();
        assertThat(RequestTypes.isRequest(Tenant.class)).isFalse();
        assertThat(RequestTypes.isIdentity(HttpSession.class)).isFalse();
        assertThat(RequestTypes.isRequest(HttpSession.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("holding")
    void type_thatIsHeld_isFound(Type holder) {
        assertThat(RequestTypes.in(holder))
                .hasValueSatisfying(found -> assertThat(found).isIn(Tenant.class, Principal.class));
    }

    static Stream<Type> holding() {
        return typesOf(name -> name.startsWith("holds"));
    }

    @ParameterizedTest
    @MethodSource("notHolding")
    void type_thatIsOnlyNamed_isNotFound(Type holder) {
        assertThat(RequestTypes.in(holder)).isEmpty();
    }

    static Stream<Type> notHolding() {
        return typesOf(name -> name.startsWith("names"));
    }

    private static Stream<Type> typesOf(Predicate<String> names) {
        return Arrays.stream(Signatures.class.getDeclaredMethods())
                .filter(method -> names.test(method.getName()))
                .sorted(Comparator.comparing(Method::getName)) // in the same order in each JVM
                .map(method -> method.getGenericReturnType());
    }

    private interface Tenant extends Principal {}

    @SuppressWarnings("unused")
    private interface Signatures<T extends Principal> {
        Tenant holdsItself();

        Tenant[][] holdsArrays();

        List<? extends Tenant>[] holdsArrayOfLists();

        Map<String, Optional<Principal>> holdsInMap();

        Class<Tenant> namesClass();

        Predicate<Tenant> namesArgument();

        List<String> namesNothing();

        List<?> namesAnything();
    }
}
