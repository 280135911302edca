// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ControlledSettingsTest {

  private final Simulation simulation =
      new Simulation(
          () ->
              SimulatedPair.builder()
                  .time(SimulatedTime.running(1))
                  .dataSyncDuration(Duration.ofSeconds(1))
                  .build(),
          0);
  private final ControlApi api = new ControlApi(simulation);

  @AfterEach
  void close() {
    simulation.close();
  }

  private SimulatedPair pair() {
    return simulation.pair();
  }

  private ControlAnswer post(String path, String body) {
    return api.answer("POST", path, body.replace('\'', '"'));
  }

  private String done(String path, String body) {
    ControlAnswer answer = post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body().toString();
  }

  @Test
  void a_setting_of_login_is_changed_and_lost_with_the_side_that_is_overwritten() {
    assertThat(done("/appliances/b/settings", "{'change':'login-settings'}"))
        .contains("\"settingsGeneration\":1");
    assertThat(pair().b().data().of("login-settings")).containsExactly(0, 1);

    done("/sync", "{}");
    done("/time", "{'advance':'PT2S'}");

    assertThat(pair().b().data().of("login-settings")).containsExactly(0);
    assertThat(api.answer("GET", "/outcome", "").body().toString()).contains("\"lostSettings\":1");
  }

  @Test
  void what_no_data_sync_copies_is_changed_and_mirrored_by_hand() {
    done("/break", "{'appliance':'a'}");
    done("/appliances/b/settings", "{'change':'inter-appliance-key'}");
    assertThat(done("/establish", "{'appliance':'a'}")).contains("keys are not identical");

    done("/appliances/a/settings", "{'mirror':'inter-appliance-key'}");

    assertThat(done("/establish", "{'appliance':'a'}")).contains("\"accepted\":true");
  }

  @Test
  void what_the_account_may_do_counts_at_both_appliances() {
    assertThat(
            done(
                "/appliances/b/settings",
                "{'commandPermission':'read_only','backupPermission':'deny',"
                    + "'allowList':['10.0.0.0/8','127.0.0.9/32']}"))
        .contains(
            "\"account\":{\"commandPermission\":\"read_only\",\"backupPermission\":\"deny\","
                + "\"allowList\":[\"10.0.0.0/8\",\"127.0.0.9/32\"]}");
    assertThat(pair().account().permissions())
        .isEqualTo(new AccountPermissions(CommandPermission.READ_ONLY, false));
    assertThat(pair().account().allowedNetworks()).containsExactly("10.0.0.0/8", "127.0.0.9/32");
    var account = pair().account();
    assertThat(pair().a().issueToken(account.clientId(), account.clientSecret())).isEmpty();

    done("/appliances/a/settings", "{'commandPermission':'full_access','allowList':[]}");

    assertThat(pair().account().permissions())
        .isEqualTo(new AccountPermissions(CommandPermission.FULL_ACCESS, false));
    assertThat(pair().a().issueToken(account.clientId(), account.clientSecret())).isPresent();
  }

  @Test
  void an_appliance_has_any_number_of_error_messages_or_none() {
    done("/appliances/a/settings", "{'errorMessages':['disk','mail']}");
    assertThat(pair().a().health().errorMessages()).containsExactly("disk", "mail");
    assertThat(pair().a().health().success()).isFalse();

    done("/appliances/a/settings", "{'errorMessages':[]}");
    assertThat(pair().a().health().success()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "settings | {'change':'users'} | must be one of appliance-settings",
        "settings | {'mirror':1} | must be one of appliance-settings",
        "settings | {'commandPermission':'all'} | must be one of deny, full_access, read_only",
        "settings | {'backupPermission':'read_only'} | must be one of deny, full_access",
        "settings | {'allowList':['127.0.0.1']} | at most 100 networks, as in 127.0.0.9/32",
        "settings | {'errorMessages':'disk'} | must be an array of at most 100 texts",
        "settings | {'clockSkew':'P3661D'} | from PT-87840H to PT87840H",
        "settings | {'dataSyncInterval':'PT0.9S'} | from PT1S to PT8784H",
        "settings | {'primaryTimeout':'PT-1S'} | from PT0.000000001S to PT8784H",
        "settings | {'primaryTimeout':'PT99999999999999H'} | from PT0.000000001S to PT8784H",
      })
  void a_request_with_one_wrong_value_changes_nothing(String path, String wrong, String words) {
    String before = states();
    String body =
        "{'xmlApi':false,'change':'login-settings','errorMessages':['disk'],'clockSkew':'PT5M',"
            + "'commandPermission':'deny','primaryTimeout':'PT3M','certificate':'expired',"
            + wrong.substring(1);

    ControlAnswer answer = post("/appliances/a/" + path, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().getValue("/message").toString()).contains(words);
    assertThat(states()).isEqualTo(before);
  }

  @Test
  void a_step_and_a_factor_are_taken_together_or_not_at_all() {
    Instant before = pair().time().instant();

    assertThat(post("/time", "{'advance':'P32D','factor':60}").status()).isEqualTo(400);
    assertThat(post("/time", "{'advance':'P1D','factor':86401}").status()).isEqualTo(400);

    assertThat(pair().time().toString()).contains("speed=1.0");
    assertThat(Duration.between(before, pair().time().instant())).isLessThan(Duration.ofHours(1));
  }

  @Test
  void the_more_often_data_syncs_are_the_smaller_a_step_can_be() {
    done("/appliances/b/settings", "{'backupOperations':true,'dataSyncInterval':'PT1S'}");

    assertThat(post("/time", "{'advance':'P1D'}").body().toString())
        .contains("from PT0S to PT13H53M20S");
    assertThat(post("/time", "{'factor':2000}").body().toString()).contains("1 to 1000");
    done("/time", "{'advance':'PT13H53M20S'}");
    assertThat(pair().a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void the_faster_the_time_runs_the_rarer_data_syncs_have_to_be() {
    done("/time", "{'factor':3600}");

    assertThat(post("/appliances/b/settings", "{'dataSyncInterval':'PT3S'}").body().toString())
        .contains("from PT3.6S to");
    done("/appliances/b/settings", "{'dataSyncInterval':'PT4S'}");
  }

  /** Returns all but the time, which runs. */
  private String states() {
    return api.answer("GET", "/state", "")
        .body()
        .toString()
        .replaceAll("\"(time|clock)\":\"[^\"]*\"", "");
  }
}
