package dev.memoized.tck.arc;

import io.quarkus.arc.processor.ResourceOutput.Resource;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * The classes that ArC has made. They get names that none has had before, and are defined beside those that they are made
 * for, as they call what only their package may: so a JVM can have one deployment behind the other.
 */
final class Generated {
    private static final AtomicInteger LAST = new AtomicInteger();

    private final String suffix = "_" + LAST.incrementAndGet();
    private final Collection<String> beans;
    private final Map<String, byte[]> made = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, Class<?>> hosts = new HashMap<>();
    private String provider = "";

    Generated(Collection<String> beans) {
        this.beans = beans;
    }

    /** One more, or what says which the first is. */
    void add(Resource resource) {
        switch (resource.getType()) {
            case JAVA_CLASS -> {
                made.put(resource.getName(), resource.getData());
                renamed.put(resource.getName(), resource.getName() + suffix);
            }
            case SERVICE_PROVIDER -> provider = new String(resource.getData(), StandardCharsets.UTF_8).strip() + suffix;
            default -> throw new IllegalArgumentException(resource.getName());
        }
    }

    /** Defines all of them. */
    void defineIn(ArcLoader loader) throws IOException {
        for (String bean : beans) {
            Class<?> type = Objects.requireNonNull(find(bean, loader));
            hosts.put(type.getPackageName(), type);
        }
        for (String name : List.copyOf(made.keySet())) {
            define(name, loader);
        }
        loader.provide(provider);
    }

    /** Those first that it extends. */
    private void define(String name, ArcLoader loader) {
        byte[] code = made.remove(name);
        if (code == null) {
            return;
        }
        ClassReader reader = new ClassReader(code);
        List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
        parents.add(reader.getSuperName());
        parents.forEach(parent -> define(parent, loader));
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, renamed)), 0);
        define(name.replace('/', '.'), writer.toByteArray(), host(name.replace('/', '.'), parents, loader), loader);
    }

    private void define(String name, byte[] code, @Nullable Class<?> host, ArcLoader loader) {
        if (host == null) {
            loader.define(name + suffix, code);
            return;
        }
        try {
            MethodHandles.privateLookupIn(host, MethodHandles.lookup()).defineClass(code);
        } catch (NoClassDefFoundError early) {
            return; // it is defined, and is linked again when it is used: then the others are there
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** A class of the same package: a bean, or what the class is made of. Its name begins with that, or it extends it. */
    private @Nullable Class<?> host(String name, List<String> parents, ArcLoader loader) {
        String room = name.substring(0, name.lastIndexOf('.'));
        Class<?> bean = hosts.get(room);
        return bean != null
                ? bean
                : Stream.concat(Stream.of(name.replaceFirst("_.*", "")), parents.stream())
                        .<Class<?>>flatMap(each -> Stream.ofNullable(find(each.replace('/', '.'), loader)))
                        .filter(type -> type.getPackageName().equals(room))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }
}
