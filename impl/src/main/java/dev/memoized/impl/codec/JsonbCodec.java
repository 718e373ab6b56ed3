package dev.memoized.impl.codec;

import dev.memoized.impl.type.Erasure;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jakarta JSON Binding: what is in the fields of an object, whatever its accessors show. The only class that knows it. */
final class JsonbCodec implements TypedCodec {
    private static final String ID = "jsonb";
    private static final List<Class<? extends Annotation>> TELLING =
            List.of(JsonbTypeInfo.class, JsonbTypeAdapter.class, JsonbTypeDeserializer.class, JsonbTransient.class);
    private static final JsonTraits TRAITS = new JsonTraits(
            ID,
            JsonbCodec::isTold,
            JsonbCodec::makes,
            Set.of(java.time.Year.class, Locale.class, Currency.class),
            false,
            false,
            true);

    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withNullValues(true).withPropertyVisibilityStrategy(new OwnFields()));

    /** Fields of the application's classes; of others what they show. */
    private static final class OwnFields implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return isOwn(field.getDeclaringClass()) || Modifier.isPublic(field.getModifiers());
        }

        @Override
        public boolean isVisible(Method method) {
            return !isOwn(method.getDeclaringClass()) && Modifier.isPublic(method.getModifiers());
        }

        private static boolean isOwn(Class<?> type) {
            return !type.isEnum() && !Declared.isOfJdk(type);
        }
    }

    /** A list of one: of an abstract type alone the library writes nothing. */
    private record ListOf(Type element) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {element};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }

    private static boolean isTold(AnnotatedElement element) {
        return TELLING.stream().anyMatch(element::isAnnotationPresent);
    }

    private static boolean makes(Class<?> type) {
        Stream<Executable> creators =
                Stream.concat(Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()));
        boolean isOpen = Modifier.isPublic(type.getModifiers());
        return creators.anyMatch(each -> each.isAnnotationPresent(JsonbCreator.class))
                || (isOpen && (type.isRecord() ? isRecordMade(type) : isMadeEmpty(type)));
    }

    private static boolean isRecordMade(Class<?> type) {
        int components = type.getRecordComponents().length;
        return Stream.of(type.getConstructors()).anyMatch(each -> each.getParameterCount() == components);
    }

    private static boolean isMadeEmpty(Class<?> type) {
        boolean settable = Stream.of(type.getDeclaredFields())
                .filter(Fingerprint::isPartOfValue)
                .noneMatch(field -> Modifier.isFinal(field.getModifiers()));
        return settable && Stream.of(type.getDeclaredConstructors()).anyMatch(JsonbCodec::isUsable);
    }

    private static boolean isUsable(Executable constructor) {
        int usable = Modifier.PUBLIC | Modifier.PROTECTED;
        return constructor.getParameterCount() == 0 && (constructor.getModifiers() & usable) != 0;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Refusal> refused(Type type) {
        return JsonTypes.refused(type, TRAITS);
    }

    @Override
    public byte[] encode(Object value, Type type) throws CharacterCodingException {
        if (!DeclaredClasses.hold(value, type)) {
            throw new IllegalArgumentException("a subclass of the declared class");
        }
        return isAbstract(type)
                ? StrictText.bytes(jsonb.toJson(List.of(value), new ListOf(type)))
                : StrictText.bytes(jsonb.toJson(value, type));
    }

    @Override
    public Object decode(byte[] bytes, Type type) throws CharacterCodingException {
        String text = StrictText.text(bytes);
        if (!JsonNesting.isClosed(text)) {
            throw new IllegalArgumentException("the text is not closed");
        }
        return isAbstract(type)
                ? jsonb.<List<Object>>fromJson(text, new ListOf(type)).get(0)
                : jsonb.fromJson(text, type);
    }

    private static boolean isAbstract(Type type) {
        Class<?> raw = Erasure.of(type);
        return !Declared.isOfJdk(raw) && !raw.isArray() && !raw.isEnum() && Modifier.isAbstract(raw.getModifiers());
    }

    @Override
    public void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("JSON-B was not closed", e);
        }
    }
}
