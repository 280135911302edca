// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static java.util.Objects.requireNonNull;

import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.DeformedAnswer;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.PairFault;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The faults by the names that the control API has for them. */
final class FaultNames {

  private static final int DEFAULT_CUT_BYTES = 1_000;
  private static final int DEFAULT_BYTES_PER_SECOND = 1_000;

  private static final Map<String, Function<JsonFields, ApplianceFault>> MAKERS = makers();

  private static final Map<String, PairFault> OF_PAIR = PairState.byWord(PairFault.values());

  private FaultNames() {}

  /** Returns all names, each by itself: those of faults of calls, and those of the pair. */
  static Map<String, String> all() {
    Map<String, String> names = new TreeMap<>();
    MAKERS.keySet().forEach(name -> names.put(name, name));
    OF_PAIR.keySet().forEach(name -> names.put(name, name));
    return names;
  }

  /** Returns the fault of the pair with this name; null if it is not one of the pair. */
  static @Nullable PairFault pairFault(String name) {
    return OF_PAIR.get(name);
  }

  /** Makes the fault of calls with this name, with the fields that it has besides. */
  static ApplianceFault fault(String name, JsonFields fields) {
    return requireNonNull(MAKERS.get(name), name).apply(fields);
  }

  private static Map<String, Function<JsonFields, ApplianceFault>> makers() {
    Map<String, Function<JsonFields, ApplianceFault>> makers = new TreeMap<>();
    for (ForeignAnswer each : ForeignAnswer.values()) {
      makers.put(each.label(), fields -> each);
    }
    for (DeformedAnswer each : DeformedAnswer.values()) {
      makers.put(each.label(), fields -> each);
    }
    makers.put("loses-answer", fields -> new ApplianceFault.LosesAnswer());
    makers.put("stalls", fields -> new ApplianceFault.Stalls());
    makers.put("resets-before-work", fields -> new ApplianceFault.ResetsConnection(false));
    makers.put("resets-after-work", fields -> new ApplianceFault.ResetsConnection(true));
    makers.put("refuses-connections", fields -> new ApplianceFault.RefusesConnections());
    makers.put(
        "cuts-answer",
        fields ->
            new ApplianceFault.CutsAnswer(
                fields.number("afterBytes", 0, Integer.MAX_VALUE, DEFAULT_CUT_BYTES)));
    makers.put(
        "slows-answer",
        fields ->
            new ApplianceFault.SlowsAnswer(
                fields.number("bytesPerSecond", 1, Integer.MAX_VALUE, DEFAULT_BYTES_PER_SECOND)));
    makers.put(
        "ends-token-early",
        fields ->
            new ApplianceFault.EndsTokenEarly(
                fields.span("after", Duration.ZERO, Duration.ofDays(1), Duration.ofMinutes(1))));
    makers.put(
        "answers",
        fields ->
            new ApplianceFault.Answers(
                fields.number("status", 200, 599, 500),
                fields.texts("headers"),
                fields.text("body", "")));
    return makers;
  }
}
