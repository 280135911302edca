// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected to a site: whom a change of roles disconnects.
 *
 * <p>Types are words of the appliance, and more may come: {@code representative}, {@code
 * support_customer}, {@code presentation_attendee}, {@code push_agent}, {@code pinned_client}.
 *
 * @param counts how many are connected to each appliance, by type
 * @param clients each of them; empty if only the counts were asked for
 * @source D-CLIENTS, W-AXON
 * @since 0.1
 */
public record ConnectedClients(List<Count> counts, List<Client> clients) {

  /** The type of somebody who gives support. */
  public static final String REPRESENTATIVE = "representative";

  /** The type of somebody who gets support. */
  public static final String SUPPORT_CUSTOMER = "support_customer";

  /** Keeps copies of the lists. */
  public ConnectedClients {
    counts = List.copyOf(requireNonNull(counts, "counts"));
    clients = List.copyOf(requireNonNull(clients, "clients"));
  }

  /**
   * How many clients one appliance has.
   *
   * @param applianceId which appliance
   * @param byType the number of each type, zero or more, in the order in which they came
   * @since 0.1
   */
  public record Count(ApplianceId applianceId, Map<String, Integer> byType) {

    /**
     * Keeps a copy of the numbers.
     *
     * @throws IllegalArgumentException if a type is blank or a number below zero
     */
    public Count {
      requireNonNull(applianceId, "applianceId");
      Map<String, Integer> copy = new LinkedHashMap<>();
      requireNonNull(byType, "byType")
          .forEach(
              (type, number) -> {
                if (type.isBlank() || number < 0) {
                  throw new IllegalArgumentException(
                      "count of type " + Quoted.of(type) + " is " + number + ", must be 0 or more");
                }
                copy.put(type, number);
              });
      byType = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * One client.
   *
   * @param type what it is; null if it was not told
   * @param id its id, by which the appliance tells more of it; null if it was not told
   * @since 0.1
   */
  public record Client(@Nullable String type, @Nullable String id) {}

  /** Returns how many clients of this type are connected, over all appliances. */
  public long count(String type) {
    requireNonNull(type, "type");
    return counts.stream().mapToLong(each -> each.byType().getOrDefault(type, 0)).sum();
  }

  /** Returns the number of each type over all appliances on one line. Its form may change. */
  public String summary() {
    Map<String, Long> sums = new LinkedHashMap<>();
    counts.forEach(each -> each.byType().keySet().forEach(type -> sums.put(type, count(type))));
    return sums.isEmpty()
        ? "no client was counted"
        : String.join(
            ", ", sums.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }
}
