package dev.memoized.impl.codec;

import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a JSON library brings back, as far as the libraries differ.
 *
 * @param id of the codec
 * @param told whether the application has told the library, by an annotation on a class or a field, how to deal with it
 * @param makes whether the library can make objects of a class of the application and set all that is in them
 * @param lost classes of the JDK that come back as something else, or not at all
 * @param genericRecords whether records with type arguments come back
 * @param genericArrays whether arrays of types with type arguments come back
 * @param anyKeys whether a map's keys may be of more than simple types
 */
record JsonTraits(
        String id,
        Predicate<AnnotatedElement> told,
        Predicate<Class<?>> makes,
        Set<Class<?>> lost,
        boolean genericRecords,
        boolean genericArrays,
        boolean anyKeys) {}
