// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.CallEvent;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.pair.ApplianceAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The client of a pair on which the contract is tried, and all that its calls tell. */
final class ContractedPair implements AutoCloseable {

  private final ContractPlace place;
  private final List<CallEvent> events = new CopyOnWriteArrayList<>();
  private final ApiAccount account;
  private final PairClient pair;

  ContractedPair(ContractPlace place) {
    this.place = place;
    this.account = place.account();
    this.pair =
        place
            .paced(
                PairClient.builder(
                    place.settings().account(account).callListener(event -> events.add(event))))
            .primary(place.primary())
            .backup(place.backup())
            .site(place.site())
            .build();
  }

  ContractPlace place() {
    return place;
  }

  PairClient pair() {
    return pair;
  }

  ApplianceClient primary() {
    return pair.primary();
  }

  ApplianceClient backup() {
    return pair.backup();
  }

  List<ApplianceClient> sides() {
    return List.of(primary(), backup());
  }

  /** Returns how often a token was fetched from this address. */
  long tokensFrom(ApplianceAddress address) {
    return events.stream()
        .filter(event -> event instanceof CallEvent.TokenFetched)
        .filter(event -> event.address().equals(address))
        .count();
  }

  /** Returns how many requests for a role brought an answer, on both sides. */
  long roleChangesAnswered() {
    return events.stream()
        .filter(event -> event instanceof CallEvent.Answered)
        .filter(event -> event.command().equals("set_failover_role"))
        .count();
  }

  @Override
  public void close() {
    pair.close();
    account.close();
  }
}
