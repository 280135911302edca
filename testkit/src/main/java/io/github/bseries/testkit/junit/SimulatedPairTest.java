// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a simulated pair on stepped time. A test method (or a method that runs
 * before or after it, or the constructor) takes what it needs as a parameter: {@code
 * SimulatedPair}, {@code SimulatedPairServer}, {@code PairAddresses}, {@code SimulatedAccount}.
 *
 * <p>Where the defaults of the pair do not fit, register a {@link SimulatedPairExtension} instead.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatedPairExtension.class)
public @interface SimulatedPairTest {}
