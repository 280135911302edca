// SPDX-License-Identifier: Apache-2.0
/**
 * Whether a pair is ready for the night on which one appliance is lost: rules, what they say of a
 * pair, and the report of one moment.
 *
 * <p>A rule that lacks a fact says so and passes nothing: unknown is not fine. The rules that come
 * with the SDK are listed in {@link io.github.bseries.core.readiness.StandardRules}; others can be
 * added.
 *
 * <p>This package may use {@code core.pair}, {@code core.sync} and {@code core.backup}. It does not
 * look, and it does nothing about what it finds.
 */
@NullMarked
package io.github.bseries.core.readiness;

import org.jspecify.annotations.NullMarked;
