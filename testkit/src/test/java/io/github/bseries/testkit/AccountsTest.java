// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.testkit.Admission.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private static final IpAddress HOME = new IpAddress("127.0.0.1");
  private static final IpAddress ELSEWHERE = new IpAddress("127.0.0.9");

  private final SimulatedPair pair = SimulatedPair.create();
  private final SimulatedApi api = pair.a().api();
  private final SimulatedAccount account = pair.account();

  private Verdict ask(SimulatedAccount whose, String secret) {
    return api.requestToken(whose.clientId(), secret, null, null).verdict();
  }

  private String token() {
    return pair.a().issueToken(account.clientId(), account.clientSecret()).orElseThrow();
  }

  private Verdict call(@Nullable String token, CallKind kind) {
    return api.admit(token, kind, HOME).verdict();
  }

  private void limitRates() {
    api.changeSettings(settings -> settings.rateLimited(true));
  }

  @Test
  void five_wrong_secrets_in_a_row_lock_the_account_for_half_an_hour() {
    for (int i = 0; i < 5; i++) {
      assertThat(ask(account, "wrong")).isEqualTo(Verdict.WRONG_CREDENTIALS);
    }
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.LOCKED);
    pair.advance(Duration.ofMinutes(30).minusNanos(1));
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.LOCKED);

    pair.advance(Duration.ofNanos(1));

    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void a_disabled_account_that_asks_counts_towards_the_lock_out() {
    account.disable();
    for (int i = 0; i < 5; i++) {
      assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.WRONG_CREDENTIALS);
    }

    account.enable();

    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.LOCKED);
  }

  @Test
  void a_right_secret_in_between_ends_the_row() {
    for (int i = 0; i < 4; i++) {
      ask(account, "wrong");
    }
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.ADMITTED);
    for (int i = 0; i < 4; i++) {
      ask(account, "wrong");
    }

    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void a_locked_account_locks_nobody_else_and_keeps_its_tokens() {
    String token = token();
    SimulatedAccount other = pair.addAccount();
    for (int i = 0; i < 5; i++) {
      ask(account, "wrong");
    }

    assertThat(ask(other, other.clientSecret())).isEqualTo(Verdict.ADMITTED);
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void permissions_decide_by_what_is_called_and_from_the_next_call_on() {
    String token = token();

    account.changePermissions(AccountPermissions.ALL.withCommand(CommandPermission.READ_ONLY));
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.ADMITTED);
    assertThat(call(token, CallKind.GET_APPLIANCES)).isEqualTo(Verdict.ADMITTED);
    assertThat(call(token, CallKind.SET_FAILOVER_ROLE)).isEqualTo(Verdict.NOT_PERMITTED);
    assertThat(call(token, CallKind.BACKUP)).isEqualTo(Verdict.ADMITTED);

    account.changePermissions(new AccountPermissions(CommandPermission.DENY, false));
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.NOT_PERMITTED);
    assertThat(call(token, CallKind.BACKUP)).isEqualTo(Verdict.NOT_PERMITTED);
  }

  @Test
  void an_allow_list_looks_at_the_caller_at_each_call() {
    String token = token();
    account.allowOnlyFrom("127.0.0.8/30");

    assertThat(api.admit(token, CallKind.CHECK_HEALTH, HOME).verdict())
        .isEqualTo(Verdict.CALLER_NOT_ALLOWED);
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.CALLER_NOT_ALLOWED);
    assertThat(api.admit(token, CallKind.CHECK_HEALTH, ELSEWHERE).verdict())
        .isEqualTo(Verdict.ADMITTED);
    assertThat(account.allowedNetworks()).containsExactly("127.0.0.8/30");

    account.allowOnlyFrom();
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void a_new_secret_ends_all_tokens_of_the_account_and_no_other() {
    String token = token();
    SimulatedAccount other = pair.addAccount();
    String others = pair.a().issueToken(other.clientId(), other.clientSecret()).orElseThrow();
    String old = account.clientSecret();

    account.regenerateSecret();

    assertThat(account.clientSecret()).hasSize(44).isNotEqualTo(old);
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.INVALID_TOKEN);
    assertThat(call(others, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.ADMITTED);
    assertThat(ask(account, old)).isEqualTo(Verdict.WRONG_CREDENTIALS);
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void a_disabled_account_gets_no_token_and_its_old_ones_stay_dead() {
    String token = token();

    account.disable();
    assertThat(account.isEnabled()).isFalse();
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.WRONG_CREDENTIALS);
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.INVALID_TOKEN);

    account.enable();
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.INVALID_TOKEN);
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void the_xml_api_can_be_switched_off_and_leaves_tokens_and_backups_alone() {
    String token = token();
    api.switchXmlApiOff();

    assertThat(api.isXmlApiOn()).isFalse();
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.XML_API_OFF);
    assertThat(call(token, CallKind.OTHER)).isEqualTo(Verdict.XML_API_OFF);
    assertThat(call(token, CallKind.BACKUP)).isEqualTo(Verdict.ADMITTED);
    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.ADMITTED);

    api.switchXmlApiOn();
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void the_twenty_first_call_of_a_second_is_too_many_and_time_heals_it() {
    limitRates();
    String token = token();
    for (int i = 0; i < 19; i++) {
      assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.ADMITTED);
    }
    Admission refused = api.admit(token, CallKind.CHECK_HEALTH, HOME);

    assertThat(refused.verdict()).isEqualTo(Verdict.RATE_LIMITED);
    assertThat(refused.rateLimit())
        .isEqualTo(new RateLimitState(15_000, 14_980, Duration.ofSeconds(1)));
    pair.advance(Duration.ofSeconds(1));
    assertThat(call(token, CallKind.CHECK_HEALTH)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void fifteen_thousand_calls_of_an_hour_are_the_last_ones() {
    SimulatedPair limited =
        SimulatedPair.builder()
            .api(ApiSettings.builder().rateLimited(true).build())
            .assume(AssumedBehaviour.TOKENS_DO_NOT_COUNT)
            .build();
    SimulatedAccount known = limited.account();
    SimulatedApi limitedApi = limited.a().api();
    String token = limited.a().issueToken(known.clientId(), known.clientSecret()).orElseThrow();
    for (int i = 0; i < 15_000; i++) {
      if (i % 20 == 0) {
        limited.advance(Duration.ofSeconds(1));
      }
      assertThat(limitedApi.admit(token, CallKind.CHECK_HEALTH, HOME).verdict())
          .isEqualTo(Verdict.ADMITTED);
    }
    limited.advance(Duration.ofSeconds(1));
    Admission refused = limitedApi.admit(token, CallKind.CHECK_HEALTH, HOME);

    assertThat(refused.verdict()).isEqualTo(Verdict.RATE_LIMITED);
    assertThat(refused.rateLimit())
        .isEqualTo(new RateLimitState(15_000, 0, Duration.ofSeconds(3600 - 750)));
  }

  @Test
  void each_account_has_a_budget_of_its_own() {
    limitRates();
    SimulatedAccount other = pair.addAccount();
    for (int i = 0; i < 21; i++) {
      ask(account, account.clientSecret());
    }

    assertThat(ask(account, account.clientSecret())).isEqualTo(Verdict.RATE_LIMITED);
    assertThat(ask(other, other.clientSecret())).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void no_secret_and_no_token_is_ever_printed() {
    Admission admission = api.requestToken(account.clientId(), account.clientSecret(), HOME, null);

    assertThat(admission.toString() + account + api)
        .doesNotContain(account.clientSecret())
        .doesNotContain(admission.token());
  }

  @Test
  void settings_that_make_no_sense_are_refused_by_name() {
    assertThatThrownBy(() -> ApiSettings.builder().lockOutAttempts(0).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lockOutAttempts is 0");
    assertThatThrownBy(() -> ApiSettings.builder().tokenLife(Duration.ZERO).build())
        .hasMessageContaining("tokenLife");
    assertThat(ApiSettings.defaults().toBuilder().build()).isEqualTo(ApiSettings.defaults());
  }
}
