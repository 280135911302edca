// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.testkit.ApplianceFault.RefusesConnections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faults that are in force at a simulated pair. Of several that fit a call and can act on it,
 * the one acts that was placed first; so a call meets one fault at most. It is made by {@link
 * SimulatedPair}.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class CallFaults {

  private final SimulatedPair pair;
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private int lastNumber;

  CallFaults(SimulatedPair pair) {
    this.pair = pair;
  }

  /**
   * Puts a rule in force.
   *
   * @return the id by which it can be removed
   * @throws IllegalStateException if it is meant for {@code b}, and this is a single appliance
   */
  public String place(FaultRule rule) {
    if ("b".equals(requireNonNull(rule, "rule").calls().appliance()) && pair.isSingle()) {
      throw new IllegalStateException("there is no b: this is a single appliance");
    }
    return pair.locked(
        () -> {
          String id = "fault-" + ++lastNumber;
          placed.put(id, new Placed(rule, new SeededValues(pair.settings().seed(), id)));
          pair.machine().changed();
          return id;
        });
  }

  /** Removes a rule; returns whether it was still in force. */
  public boolean remove(String id) {
    requireNonNull(id, "id");
    return pair.locked(
        () -> {
          pair.machine().changed();
          return placed.remove(id) != null;
        });
  }

  /** Removes all rules. */
  public void removeAll() {
    pair.under(
        () -> {
          placed.clear();
          pair.machine().changed();
        });
  }

  /** Returns the rules that are in force, in the order in which they were placed. */
  public List<PlacedFault> inForce() {
    return pair.locked(
        () ->
            placed.entrySet().stream()
                .map(it -> new PlacedFault(it.getKey(), it.getValue().rule, it.getValue().met))
                .toList());
  }

  /**
   * Hands out the fault that a call now arriving meets, and counts it. For the front that takes the
   * calls.
   */
  public Optional<ApplianceFault> meet(ArrivingCall call) {
    requireNonNull(call, "call");
    return pair.locked(
        () -> {
          Optional<Placed> met = placed.values().stream().filter(it -> it.meets(call)).findFirst();
          met.filter(Placed::isUsedUp).ifPresent(usedUp -> placed.values().remove(usedUp));
          return met.map(it -> it.rule.fault());
        });
  }

  /** Returns whether connections to this appliance are refused: {@code a} or {@code b}. */
  public boolean refusesConnections(String appliance) {
    return pair.locked(
        () ->
            placed.values().stream()
                .filter(it -> it.rule.fault() instanceof RefusesConnections)
                .map(it -> it.rule.calls().appliance())
                .anyMatch(named -> named == null || named.equals(appliance)));
  }

  /** Returns the rules in force as text. */
  @Override
  public String toString() {
    return "CallFaults" + inForce();
  }

  private static final class Placed {

    private final FaultRule rule;
    private final SeededValues values;
    private int met;

    Placed(FaultRule rule, SeededValues values) {
      this.rule = rule;
      this.values = values;
    }

    boolean meets(ArrivingCall call) {
      boolean acts = rule.fault().actsOn(call.kind()) && rule.calls().fits(call);
      if (!acts || rule.fault() instanceof RefusesConnections) {
        return false;
      }
      if (rule.probability() < 1 && values.fraction() >= rule.probability()) {
        return false;
      }
      met++;
      return true;
    }

    boolean isUsedUp() {
      Integer times = rule.times();
      return times != null && met >= times;
    }
  }
}
