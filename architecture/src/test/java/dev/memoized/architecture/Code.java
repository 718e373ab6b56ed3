package dev.memoized.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;

/**
 * What rules judge.
 *
 * @param classes read from class files
 * @param sources read from files, not all of them Java
 */
record Code(JavaClasses classes, List<Source> sources) {}
