package dev.memoized.impl.plan;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Types that belong to one request, session or identity. By name, since their APIs may be absent. */
public final class RequestTypes {
    private static final Set<String> IDENTITIES = Set.of(
            "io.quarkus.security.identity.SecurityIdentity",
            "java.security.Principal",
            "javax.security.auth.Subject",
            "org.eclipse.microprofile.jwt.ClaimValue",
            "org.eclipse.microprofile.jwt.JsonWebToken",
            "org.wildfly.security.auth.server.SecurityIdentity");

    private static final Set<String> REQUESTS = Set.of(
            "dev.memoized.RequestLocale",
            "io.helidon.security.SecurityContext",
            "io.helidon.webserver.http.ServerRequest",
            "io.helidon.webserver.http.ServerResponse",
            "io.quarkus.security.identity.CurrentIdentityAssociation",
            "io.vertx.core.http.HttpServerRequest",
            "io.vertx.core.http.HttpServerResponse",
            "io.vertx.ext.web.RoutingContext",
            "jakarta.ejb.EJBContext",
            "jakarta.faces.context.ExternalContext",
            "jakarta.faces.context.FacesContext",
            "jakarta.security.enterprise.SecurityContext",
            "jakarta.servlet.ServletRequest",
            "jakarta.servlet.ServletResponse",
            "jakarta.servlet.http.HttpSession",
            "jakarta.websocket.Session",
            "jakarta.ws.rs.container.ContainerRequestContext",
            "jakarta.ws.rs.core.HttpHeaders",
            "jakarta.ws.rs.core.Request",
            "jakarta.ws.rs.core.SecurityContext",
            "jakarta.ws.rs.core.UriInfo",
            "jakarta.xml.ws.WebServiceContext");

    /** Annotations of what is taken out of a request, whatever its type. */
    private static final Set<String> EXTRACTS = Set.of(
            "jakarta.faces.annotation.HeaderMap",
            "jakarta.faces.annotation.HeaderValuesMap",
            "jakarta.faces.annotation.ManagedProperty",
            "jakarta.faces.annotation.RequestCookieMap",
            "jakarta.faces.annotation.RequestMap",
            "jakarta.faces.annotation.RequestParameterMap",
            "jakarta.faces.annotation.RequestParameterValuesMap",
            "jakarta.faces.annotation.SessionMap",
            "jakarta.faces.annotation.ViewMap",
            "jakarta.ws.rs.BeanParam",
            "jakarta.ws.rs.CookieParam",
            "jakarta.ws.rs.FormParam",
            "jakarta.ws.rs.HeaderParam",
            "jakarta.ws.rs.MatrixParam",
            "jakarta.ws.rs.PathParam",
            "jakarta.ws.rs.QueryParam",
            "org.eclipse.microprofile.jwt.Claim");

    private RequestTypes() {}

    /** Whether the type, or one of its supertypes, is one. */
    public static boolean contain(Class<?> type) {
        return isRequest(type) || isIdentity(type) || mark(type.getName());
    }

    /** Whether annotations of that name mark what is taken out of a request. */
    public static boolean mark(String annotation) {
        return EXTRACTS.contains(annotation);
    }

    /** Whether it tells who calls, and is of no use without that. */
    static boolean isIdentity(Class<?> type) {
        return isOneOf(IDENTITIES, type);
    }

    static boolean isRequest(Class<?> type) {
        return isOneOf(REQUESTS, type);
    }

    /** The type itself, or one that it holds as an array, collection, map, optional or stage does. */
    static Optional<Class<?>> in(Type type) {
        if (type instanceof Class<?> plain) {
            Class<?> element = plain.isArray() ? plain.getComponentType() : plain;
            return plain.isArray() ? in(element) : Optional.<Class<?>>of(plain).filter(RequestTypes::contain);
        }
        if (type instanceof GenericArrayType array) {
            return in(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return in(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType generic) {
            Optional<Class<?>> raw = in(generic.getRawType());
            return raw.isPresent() || !holds((Class<?>) generic.getRawType()) ? raw : first(generic);
        }
        return Optional.empty();
    }

    private static Optional<Class<?>> first(ParameterizedType generic) {
        return Stream.of(generic.getActualTypeArguments())
                .map(RequestTypes::in)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean holds(Class<?> type) {
        return Stream.of(Iterable.class, Map.class, Optional.class, CompletionStage.class, Supplier.class)
                .anyMatch(holder -> holder.isAssignableFrom(type));
    }

    private static boolean isOneOf(Set<String> names, Class<?> type) {
        return names.contains(type.getName())
                || Stream.of(type.getInterfaces()).anyMatch(above -> isOneOf(names, above))
                || (type.getSuperclass() != null && isOneOf(names, type.getSuperclass()));
    }
}
