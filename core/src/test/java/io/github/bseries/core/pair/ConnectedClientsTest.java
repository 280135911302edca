// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectedClientsTest {

  private static final ApplianceId ONE = new ApplianceId("50adeb59f0f04163b09b7591af1949ea");
  private static final ApplianceId OTHER = new ApplianceId("0123456789abcdef0123456789abcdef");

  private static Map<String, Integer> types(int representatives, int customers) {
    Map<String, Integer> types = new LinkedHashMap<>();
    types.put(ConnectedClients.REPRESENTATIVE, representatives);
    types.put(ConnectedClients.SUPPORT_CUSTOMER, customers);
    return types;
  }

  @Test
  void the_numbers_of_all_appliances_are_added() {
    ConnectedClients clients =
        new ConnectedClients(
            List.of(
                new ConnectedClients.Count(ONE, types(Integer.MAX_VALUE, 1)),
                new ConnectedClients.Count(OTHER, types(2, 3))),
            List.of());

    assertThat(clients.count("representative")).isEqualTo(Integer.MAX_VALUE + 2L);
    assertThat(clients.count("support_customer")).isEqualTo(4);
    assertThat(clients.count("something_new")).isZero();
    assertThat(clients.summary()).isEqualTo("representative 2147483649, support_customer 4");
  }

  @Test
  void where_nothing_was_counted_it_is_said() {
    assertThat(new ConnectedClients(List.of(), List.of()).summary())
        .isEqualTo("no client was counted");
  }

  @Test
  void a_number_is_not_below_zero_and_has_a_type() {
    assertThatThrownBy(() -> new ConnectedClients.Count(ONE, Map.of("x", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count of type \"x\" is -1, must be 0 or more");
    assertThatThrownBy(() -> new ConnectedClients.Count(ONE, Map.of(" ", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lists_and_numbers_are_copies_in_their_order() {
    Map<String, Integer> types = types(1, 2);
    List<ConnectedClients.Count> counts =
        new ArrayList<>(List.of(new ConnectedClients.Count(ONE, types)));
    ConnectedClients clients =
        new ConnectedClients(counts, List.of(new ConnectedClients.Client("representative", "7")));
    counts.clear();
    types.clear();

    assertThat(clients.counts().get(0).byType().keySet())
        .containsExactly("representative", "support_customer");
    assertThatThrownBy(() -> clients.counts().get(0).byType().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(clients.clients())
        .containsExactly(new ConnectedClients.Client("representative", "7"));
  }
}
