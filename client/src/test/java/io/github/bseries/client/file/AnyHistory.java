// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation.Seen;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.RequestedRole;
import io.github.bseries.core.pair.SeenRoles;
import io.github.bseries.core.pair.SideHistory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Everything that can be remembered, as far as chance goes. */
final class AnyHistory {

  private AnyHistory() {}

  static Arbitrary<PairHistory> histories() {
    Arbitrary<RequestedRole> requests =
        Combinators.combine(
                ids(),
                Arbitraries.of(FailoverRole.PRIMARY, FailoverRole.BACKUP),
                AnyPair.flags(),
                AnyPair.instants())
            .as(RequestedRole::new);
    return Combinators.combine(
            sides(),
            sides(),
            roles().injectNull(0.3),
            roles().injectNull(0.3),
            looks(syncs()).injectNull(0.3),
            requests.list().ofMaxSize(PairHistory.MOST_REQUESTED))
        .as(PairHistory::new);
  }

  private static Arbitrary<SideHistory> sides() {
    Arbitrary<SideHistory> lookedAt =
        Combinators.combine(
                AnyPair.instants(),
                looks(syncs().injectNull(0.3)).injectNull(0.3),
                AnyPair.instants().injectNull(0.3),
                AnyPair.instants().injectNull(0.3),
                AnyPair.instants().injectNull(0.3))
            .as(
                (at, seen, wellAt, unseen, silent) ->
                    new SideHistory(at, seen, wellAt, unseen, unseen == null ? null : silent));
    return Arbitraries.oneOf(Arbitraries.just(SideHistory.none()), lookedAt);
  }

  private static Arbitrary<SeenRoles> roles() {
    Arbitrary<FailoverRole> role = Arbitraries.of(FailoverRole.class);
    return Combinators.combine(role, role, AnyPair.instants(), AnyPair.instants())
        .as(
            (one, other, at, later) ->
                at.isBefore(later)
                    ? new SeenRoles(one, other, at, later)
                    : new SeenRoles(one, other, later, at));
  }

  private static Arbitrary<Seen> looks(Arbitrary<LastDataSync> syncs) {
    Arbitrary<ApplianceHealth> healths =
        Combinators.combine(
                ids(),
                AnyPair.texts().injectNull(0.3),
                AnyKit.versions().injectNull(0.3),
                AnyPair.flags(),
                AnyPair.texts().list().ofMaxSize(3),
                Arbitraries.of(FailoverRole.class),
                AnyPair.texts().list().ofMaxSize(3),
                syncs)
            .as(ApplianceHealth::new);
    return Combinators.combine(healths, AnyPair.instants(), AnyPair.instants().injectNull(0.3))
        .as(Seen::new);
  }

  private static Arbitrary<LastDataSync> syncs() {
    return Combinators.combine(
            AnyPair.instants().injectNull(0.3),
            AnyPair.texts().injectNull(0.3),
            AnyPair.texts().injectNull(0.3))
        .as(
            (time, text, status) ->
                time == null && text == null && status == null
                    ? new LastDataSync(null, null, "")
                    : new LastDataSync(time, text, status));
  }

  private static Arbitrary<ApplianceId> ids() {
    return AnyPair.hexDigits(32).map(ApplianceId::new);
  }
}
