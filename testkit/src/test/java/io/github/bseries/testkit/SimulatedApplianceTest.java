// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedApplianceTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration A_TICK = Duration.ofNanos(1);

  private final SimulatedPair pair = SimulatedPair.create();
  private final SimulatedAppliance a = pair.a();
  private final SimulatedAppliance b = pair.b();
  private final SimulatedAccount account = pair.account();

  private String token(SimulatedAppliance appliance) {
    return appliance.issueToken(account.clientId(), account.clientSecret()).orElseThrow();
  }

  private Optional<ApplianceFault> meet(CallKind kind) {
    return pair.callFaults().meet(new ArrivingCall("a", false, kind, "/x", Map.of()));
  }

  private static RecordedCall call(CallKind kind, boolean carriedOut) {
    return new RecordedCall(START, kind, "GET", "/x", "h", Map.of(), 200, carriedOut, null);
  }

  @Test
  void a_primary_tells_its_shared_ip_and_the_last_data_sync() {
    ApplianceHealth health = a.health();

    assertThat(health.success()).isTrue();
    assertThat(health.version().product()).isEqualTo("19.1.8");
    assertThat(health.enabledSharedIps()).containsExactly("12.12.1.52");
    assertThat(health.lastDataSync())
        .isEqualTo(
            new LastDataSync(
                START.minus(Duration.ofHours(1)), "2026-03-01T11:00:00+00:00", "success"));
  }

  @Test
  void a_backup_tells_neither() {
    ApplianceHealth health = b.health();

    assertThat(health.enabledSharedIps()).isEmpty();
    assertThat(health.lastDataSync()).isNull();
  }

  @Test
  void a_backup_tells_the_last_data_sync_if_it_is_set_to() {
    SimulatedPair telling = SimulatedPair.builder().assume(AssumedBehaviour.BOTH_TELL_SYNC).build();

    assertThat(telling.b().health().lastDataSync()).isNotNull();
  }

  @Test
  void a_single_appliance_tells_neither_as_in_the_recording() {
    ApplianceHealth health = SimulatedPair.single().a().health();

    assertThat(health.failoverRole()).isEqualTo(FailoverRole.NONE);
    assertThat(health.enabledSharedIps()).isEmpty();
    assertThat(health.lastDataSync()).isNull();
  }

  @Test
  void the_shared_ip_stays_where_it_is_if_it_does_not_follow_the_role() {
    SimulatedPair fixed =
        SimulatedPair.builder()
            .assume(AssumedBehaviour.SHARED_IP_STAYS)
            .swapMoment(Duration.ZERO)
            .build();
    fixed.a().setFailoverRole(FailoverRole.BACKUP, false, false);

    assertThat(fixed.a().health().enabledSharedIps()).containsExactly("12.12.1.52");
    fixed.a().disableSharedIp();
    fixed.b().enableSharedIp();
    assertThat(fixed.a().health().enabledSharedIps()).isEmpty();
    assertThat(fixed.b().health().enabledSharedIps()).containsExactly("12.12.1.52");
  }

  @Test
  void a_data_sync_by_hand_moves_the_time_of_the_last_one() {
    assertThat(pair.startDataSync().isAccepted()).isTrue();
    pair.advance(Duration.ofSeconds(29));
    assertThat(a.health().lastDataSync().time()).isEqualTo(START.minus(Duration.ofHours(1)));

    pair.advance(Duration.ofSeconds(1));

    assertThat(a.health().lastDataSync().time()).isEqualTo(START.plusSeconds(30));
    assertThat(a.health().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void a_data_sync_that_fails_keeps_the_time_of_the_last_good_one() {
    pair.startDataSync();
    b.powerOff();
    pair.advance(Duration.ofMinutes(1));

    assertThat(a.health().lastDataSync())
        .isEqualTo(
            new LastDataSync(
                START.minus(Duration.ofHours(1)), "2026-03-01T11:00:00+00:00", "failed"));
  }

  @Test
  void it_ails_for_reasons_and_recovers() {
    a.ails("disk is full", "too hot");

    assertThat(a.health().success()).isFalse();
    assertThat(a.health().errorMessages()).containsExactly("disk is full", "too hot");
    a.recovers();
    assertThat(a.health().success()).isTrue();
    assertThat(a.health().errorMessages()).isEmpty();
  }

  @Test
  void a_token_has_forty_letters_and_digits() {
    assertThat(token(a)).matches("[A-Za-z0-9]{40}").isNotEqualTo(token(a));
  }

  @Test
  void a_token_is_valid_for_an_hour_on_the_appliance_that_issued_it() {
    String token = token(a);

    assertThat(a.isTokenValid(token)).isTrue();
    assertThat(b.isTokenValid(token)).isFalse();
    pair.advance(Duration.ofHours(1).minus(A_TICK));
    assertThat(a.isTokenValid(token)).isTrue();
    pair.advance(A_TICK);
    assertThat(a.isTokenValid(token)).isFalse();
  }

  @Test
  void a_token_is_valid_on_both_if_the_pair_is_set_so() {
    SimulatedPair sharing =
        SimulatedPair.builder().assume(AssumedBehaviour.TOKENS_OF_THE_SITE).build();
    SimulatedAccount known = sharing.account();

    String token = sharing.a().issueToken(known.clientId(), known.clientSecret()).orElseThrow();

    assertThat(sharing.b().isTokenValid(token)).isTrue();
  }

  @Test
  void the_thirty_first_token_makes_the_oldest_one_invalid() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      tokens.add(token(a));
    }
    assertThat(tokens).allMatch(a::isTokenValid);

    String oneMore = token(a);

    assertThat(a.isTokenValid(tokens.get(0))).isFalse();
    assertThat(tokens.subList(1, 30)).allMatch(a::isTokenValid);
    assertThat(a.isTokenValid(oneMore)).isTrue();
  }

  @Test
  void each_account_has_thirty_tokens_of_its_own() {
    String first = token(a);
    SimulatedAccount other = pair.addAccount();

    for (int i = 0; i < 31; i++) {
      a.issueToken(other.clientId(), other.clientSecret());
    }

    assertThat(a.isTokenValid(first)).isTrue();
  }

  @Test
  void an_expired_token_takes_no_place() {
    for (int i = 0; i < 30; i++) {
      token(a);
    }
    pair.advance(Duration.ofHours(1));
    String first = token(a);
    for (int i = 0; i < 29; i++) {
      token(a);
    }

    assertThat(a.isTokenValid(first)).isTrue();
  }

  @Test
  void there_is_no_token_for_wrong_credentials() {
    assertThat(a.issueToken(account.clientId(), "wrong")).isEmpty();
    assertThat(a.issueToken("wrong", account.clientSecret())).isEmpty();
  }

  @Test
  void tokens_can_be_made_invalid_at_once_and_do_not_outlive_the_power() {
    String first = token(a);
    a.invalidateTokens();
    assertThat(a.isTokenValid(first)).isFalse();

    String second = token(a);
    a.powerOff();
    a.powerOn();
    assertThat(a.isTokenValid(second)).isFalse();
  }

  @Test
  void an_account_looks_like_a_real_one_and_hides_its_secret() {
    assertThat(account.clientId()).matches("[0-9a-f]{40}");
    assertThat(account.clientSecret()).hasSize(44).contains("+");
    assertThat(account.toString()).contains(account.clientId());
    assertThat(account.toString()).doesNotContain(account.clientSecret());
  }

  @Test
  void the_same_seed_gives_the_same_pair() {
    SimulatedPair twin = SimulatedPair.create();
    SimulatedPair other = SimulatedPair.builder().seed(7).build();

    assertThat(twin.a().id()).isEqualTo(a.id()).isNotEqualTo(b.id());
    assertThat(twin.account().clientSecret()).isEqualTo(account.clientSecret());
    assertThat(other.a().id()).isNotEqualTo(a.id());
  }

  @Test
  void faults_wait_for_the_call_that_they_fit_and_are_used_up() {
    var lost = new ApplianceFault.LosesAnswer();
    var stalled = new ApplianceFault.Stalls();
    a.misbehaves(CallKind.BACKUP, lost);
    a.misbehaves(stalled);

    assertThat(meet(CallKind.TOKEN)).contains(stalled);
    assertThat(meet(CallKind.TOKEN)).isEmpty();
    assertThat(meet(CallKind.BACKUP)).contains(lost);
    assertThat(meet(CallKind.BACKUP)).isEmpty();
  }

  @Test
  void it_remembers_ten_thousand_calls() {
    a.api().record(call(CallKind.PROBE, true));
    for (int i = 0; i < SimulatedAppliance.REMEMBERED_CALLS; i++) {
      a.api().record(call(CallKind.TOKEN, true));
    }

    assertThat(a.recordedCalls()).hasSize(10_000).noneMatch(it -> it.kind() == CallKind.PROBE);
  }

  @Test
  void a_role_change_that_was_not_carried_out_is_counted_as_received() {
    a.api().record(call(CallKind.SET_FAILOVER_ROLE, false));
    a.api().record(call(CallKind.SET_FAILOVER_ROLE, true));

    assertThat(a.roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void a_backup_can_be_set_to_give_no_backup_file() {
    SimulatedPair strict =
        SimulatedPair.builder().assume(AssumedBehaviour.BACKUP_REFUSES_FILES).build();

    assertThat(strict.a().backup()).isPresent();
    assertThat(strict.b().backup()).isEmpty();
    assertThat(b.backup()).isPresent();
  }
}
