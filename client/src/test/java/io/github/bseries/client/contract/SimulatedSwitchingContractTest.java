// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.Awaited;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.Assumptions;
import io.github.bseries.testkit.SimulatedPair;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulated pair keeps the contract of switching; each test has a pair of its own. */
@ParameterizedClass
@MethodSource("variants")
class SimulatedSwitchingContractTest extends SwitchingContractTest {

  private final Assumptions variant;
  private final SimulatedPlace place;
  private final ContractedPair contracted;

  SimulatedSwitchingContractTest(Assumptions variant) {
    this.variant = variant;
    this.place = new SimulatedPlace(variant);
    this.contracted = new ContractedPair(place);
  }

  static List<Assumptions> variants() {
    return SimulatedPair.plausible();
  }

  @Override
  ContractedPair contracted() {
    return contracted;
  }

  /** What was answered is all that came in: nothing was sent twice. */
  @AfterEach
  void close() {
    int received =
        place.simulated().a().roleChangesReceived() + place.simulated().b().roleChangesReceived();
    contracted.close();
    place.close();

    assertThat(received).isEqualTo((int) contracted.roleChangesAnswered());
  }

  /** Not for a real pair: if the other one does not follow, there are two primaries. */
  @Test
  void a_backup_that_is_asked_is_believed_only_if_both_took_their_roles() {
    SimulatedPair simulated = place.simulated();
    RoleChangeRequest request = RoleChangeRequest.becomePrimary(simulated.b().id());

    RoleChange change = contracted.backup().setFailoverRole(request);
    Awaited end = contracted.pair().awaitRoles(request, Duration.ofMinutes(5), look -> {});

    boolean follows = variant.include(AssumedBehaviour.PEER_FOLLOWS);
    assertThat(change).isInstanceOf(RoleChange.Confirmed.class);
    assertThat(simulated.b().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(simulated.a().failoverRole() == FailoverRole.BACKUP).isEqualTo(follows);
    assertThat(end instanceof Awaited.Reached).isEqualTo(follows);
  }
}
