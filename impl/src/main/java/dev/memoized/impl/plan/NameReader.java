package dev.memoized.impl.plan;

import dev.memoized.impl.log.FormMessage;

/** Reads the texts that become parts of every key. */
public final class NameReader {
    private static final String CACHE = "cache";
    private static final int NAME_AT_MOST = 200;
    private static final int SCHEMA_AT_MOST = 100;

    private NameReader() {}

    static String name(Declaration declaration, Problems problems) {
        String name = declaration.memoized().name();
        if (name.isEmpty()) {
            return declaration.beanClass().getName() + "." + declaration.signature();
        }
        if (name.length() > NAME_AT_MOST || !name.strip().equals(name) || hasControl(name) || hasQuote(name)) {
            problems.add(declaration, "name", FormMessage.NAME_MALFORMED, printable(name));
        }
        if (isOfProgram(name) && !declaration.isOfProgram()) {
            problems.add(declaration, "name", FormMessage.NAME_OF_PROGRAM, printable(name));
        }
        return declaration.onClass() ? name + "." + declaration.signature() : name;
    }

    /** Whether it is a namespace of {@link dev.memoized.CacheService}. */
    public static boolean isOfProgram(String name) {
        return name.equals(CACHE) || name.startsWith(CACHE + ":");
    }

    static String schema(Declaration declaration, Problems problems) {
        String schema = declaration.memoized().schema();
        if (schema.length() > SCHEMA_AT_MOST || hasControl(schema)) {
            problems.add(declaration, "schema", FormMessage.SCHEMA_MALFORMED, printable(schema));
        }
        return schema;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean hasQuote(String text) {
        return text.indexOf('"') >= 0 || text.indexOf('\'') >= 0;
    }

    private static String printable(String text) {
        String shortened = text.length() <= NAME_AT_MOST ? text : text.substring(0, NAME_AT_MOST) + "…";
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
