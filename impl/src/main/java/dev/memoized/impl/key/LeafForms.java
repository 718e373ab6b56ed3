package dev.memoized.impl.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How the stable types of the JDK are written. A tag, once given, is never given another meaning. */
final class LeafForms {
    private static final Map<Class<?>, Form<Object>> FORMS = Map.ofEntries(
            form(String.class, (text, out) -> out.tag('s').text(text)),
            form(Boolean.class, (is, out) -> out.tag('Z').raw(is ? 1 : 0, 1)),
            form(Character.class, (unit, out) -> out.tag('C').raw(unit, Character.BYTES)),
            form(Byte.class, (number, out) -> out.tag('B').raw(number, Byte.BYTES)),
            form(Short.class, (number, out) -> out.tag('S').raw(number, Short.BYTES)),
            form(Integer.class, (number, out) -> out.tag('I').number(number.intValue())),
            form(Long.class, (number, out) -> out.tag('J').number(number.longValue())),
            form(Float.class, (number, out) -> out.tag('F').number(Float.floatToIntBits(number))),
            form(Double.class, (number, out) -> out.tag('D').number(Double.doubleToLongBits(number))),
            form(BigInteger.class, (number, out) -> out.tag('i').bytes(number.toByteArray())),
            form(BigDecimal.class, LeafForms::decimal),
            form(UUID.class, LeafForms::uuid),
            form(URI.class, UriForm::write),
            form(Locale.class, LocaleForm::write),
            form(Class.class, LeafForms::type),
            form(Currency.class, (currency, out) -> out.tag('$').text(currency.getCurrencyCode())),
            form(Instant.class, LeafForms::iso),
            form(LocalDate.class, LeafForms::iso),
            form(LocalTime.class, LeafForms::iso),
            form(LocalDateTime.class, LeafForms::iso),
            form(OffsetTime.class, LeafForms::iso),
            form(OffsetDateTime.class, LeafForms::iso),
            form(ZonedDateTime.class, LeafForms::iso),
            form(Year.class, LeafForms::iso),
            form(YearMonth.class, LeafForms::iso),
            form(MonthDay.class, LeafForms::iso),
            form(Duration.class, LeafForms::iso),
            form(Period.class, LeafForms::iso));

    private LeafForms() {}

    /** How values of one type are written. */
    @FunctionalInterface
    private interface Form<T> {
        void write(T value, CanonicalBytes out);
    }

    static boolean has(Class<?> type) {
        return FORMS.containsKey(type);
    }

    static void write(Object value, CanonicalBytes out) {
        Form<Object> form = FORMS.get(value.getClass());
        if (form != null) {
            form.write(value, out);
        } else if (value instanceof Enum<?> constant) {
            out.tag('e').text(constant.getDeclaringClass().getName()).text(constant.name());
        } else if (value instanceof ZoneId zone) {
            out.tag('z').text(zone.getId());
        } else if (value instanceof Charset charset) {
            out.tag('h').text(charset.name());
        } else {
            throw UnkeyableException.formless(value.getClass());
        }
    }

    private static <T> Map.Entry<Class<?>, Form<Object>> form(Class<T> type, Form<? super T> form) {
        return Map.entry(type, (value, out) -> form.write(type.cast(value), out));
    }

    private static void decimal(BigDecimal number, CanonicalBytes out) {
        out.tag('d').number(number.scale()).bytes(number.unscaledValue().toByteArray());
    }

    private static void uuid(UUID uuid, CanonicalBytes out) {
        out.tag('u').number(uuid.getMostSignificantBits()).number(uuid.getLeastSignificantBits());
    }

    private static void type(Class<?> type, CanonicalBytes out) {
        if (type.isHidden()) {
            throw UnkeyableException.formless(type); // the name of a hidden class is new in each JVM
        }
        out.tag('c').text(type.getName());
    }

    // ISO 8601 by their specification, and one text for one value.
    private static void iso(Object time, CanonicalBytes out) {
        out.tag('t').text(time.getClass().getSimpleName()).text(time.toString());
    }
}
