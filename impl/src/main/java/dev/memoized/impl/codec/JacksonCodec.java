package dev.memoized.impl.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Jackson: what is in the fields of an object, whatever its accessors show. No bytes choose a class: there is no default
 * typing, and where an annotation asks for names of classes in the data, none is taken. The only class that knows it.
 */
final class JacksonCodec implements TypedCodec {
    private static final String ID = "jackson";
    private static final String TIMES = "jackson-datatype-jsr310";
    private static final String OPTIONALS = "com.fasterxml.jackson.datatype.jdk8.Jdk8Module";
    private static final List<Class<? extends Annotation>> TELLING =
            List.of(JsonTypeInfo.class, JsonDeserialize.class, JsonIgnore.class);

    private final JsonTraits traits;
    private final ObjectMapper mapper;

    /** With those of its modules that are there. */
    JacksonCodec() {
        this(ObjectMapper.findModules(JacksonCodec.class.getClassLoader()));
    }

    /** With others. */
    JacksonCodec(List<Module> there) {
        List<Module> used = there.stream()
                .filter(module -> Set.<Object>of(TIMES, OPTIONALS).contains(module.getTypeId()))
                .toList();
        List<Object> ids = used.stream().map(Module::getTypeId).toList();
        Set<Class<?>> lost = JdkTypes.without(ids.contains(TIMES), ids.contains(OPTIONALS));
        this.traits = new JsonTraits(ID, JacksonCodec::isTold, JacksonCodec::makes, lost, true, true, false);
        this.mapper = mapper(used);
    }

    private static ObjectMapper mapper(List<Module> modules) {
        return JsonMapper.builder()
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder().build())
                .addModules(modules)
                .build();
    }

    private static boolean isTold(AnnotatedElement element) {
        return TELLING.stream().anyMatch(element::isAnnotationPresent);
    }

    private static boolean makes(Class<?> type) {
        Stream<Executable> creators =
                Stream.concat(Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()));
        boolean isStatic = !type.isMemberClass() || Modifier.isStatic(type.getModifiers());
        return type.isRecord()
                || creators.anyMatch(each -> each.isAnnotationPresent(JsonCreator.class))
                || (isStatic
                        && Stream.of(type.getDeclaredConstructors()).anyMatch(each -> each.getParameterCount() == 0));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Refusal> refused(Type type) {
        return JsonTypes.refused(type, traits);
    }

    @Override
    public byte[] encode(Object value, Type type) throws IOException {
        if (!DeclaredClasses.hold(value, type)) {
            throw new IllegalArgumentException("a subclass of the declared class");
        }
        return mapper.writerFor(mapper.constructType(type)).writeValueAsBytes(value);
    }

    @Override
    public Object decode(byte[] bytes, Type type) throws IOException {
        return mapper.readValue(bytes, mapper.constructType(type));
    }
}
