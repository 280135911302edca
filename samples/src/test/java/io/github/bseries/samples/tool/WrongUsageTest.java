// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUsageTest {

  private static final Map<String, String> ACCOUNT =
      Map.of("BT_CLIENT_ID", "id", "BT_CLIENT_SECRET", "verysecret");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "nothing | Missing command",
        "heal | Unmatched argument",
        "health | Missing required option: --primary",
        "health access | Unmatched argument",
        "-v heal | Unmatched argument",
        "-v health --primary ftp://x | must be https",
        "health --primary | Missing required parameter",
        "health --primary ftp://x | must be https",
        "health --primary https://me:verysecret@x | must not hold a user or a password",
        "health --primary http://x.example | is not encrypted; use https",
        "health --primary https://x --call-timeout 5 | is no span of time",
        "health --primary https://x --call-timeout 0s | longer than zero",
        "health --primary https://x --trust /no/such.pem | no such file of trusted certificates",
        "access | Missing required option: --primary",
        "access --primary https://x --for write | write",
        "probe | give --primary, --backup or --site",
        "role backup | Missing required option: '--at=SIDE'",
        "role leader --at primary | 'leader'",
        "role backup --at primary | Missing required option: --primary",
        "backup | Missing command after backup",
        "backup download --primary https://x | Missing required option: '--to=FILE'",
        "backup download --primary https://x --to /no/such/folder/a.nsb | make it first",
        "backup run --archive target | Missing required option: --primary",
        "backup run --primary https://x | Missing required option: '--archive=DIR'",
        "backup run --archive /no/such/folder/a --primary https://x | make it first",
        "backup list --archive /no/such/archive | run a backup first",
        "backup list --archive target --appliance 1 | hexadecimal",
        "backup show --archive target | Missing required parameter: 'NAME'",
        "backup show --archive target none | there is no backup none in the archive target",
        "backup verify --archive target none | there is no backup none in the archive target",
        "backup protect --archive target none --by me --reason x | there is no backup none",
        "backup unprotect --archive target none | there is no backup none",
        "backup prune --archive target | all counts are 0",
        "backup prune --archive target --daily -1 | daily is -1, must be 0 or more",
        "backup kit --archive target | Missing required option: '--pair=FILE'",
      })
  void a_mistake_is_told_in_one_line_and_without_a_stack_trace(String line, String message) {
    ToolRun run = ToolRun.of(ACCOUNT, line == null ? new String[0] : line.split(" "));

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err().lines().findFirst().orElseThrow())
        .startsWith("bseries: ")
        .containsIgnoringCase(message);
    assertThat(run.err()).doesNotContain("\tat ", "Exception", "verysecret");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"BT_CLIENT_ID", "BT_CLIENT_SECRET"})
  void a_missing_variable_is_named(String variable) {
    Map<String, String> rest = new java.util.HashMap<>(ACCOUNT);
    rest.remove(variable);

    ToolRun run = ToolRun.of(rest, "health", "--primary", "https://x.example");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("the environment variable " + variable + " is not set");
  }

  @Test
  void help_is_no_mistake() {
    for (String command :
        new String[] {
          "", "health", "probe", "access", "role", "backup", "backup run", "backup kit"
        }) {
      ToolRun run = ToolRun.of(Map.of(), (command + " --help").strip().split(" "));

      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("Usage: bseries " + command);
    }
  }
}
