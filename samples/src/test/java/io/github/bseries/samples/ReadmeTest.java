// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@SimulatedPairTest
class ReadmeTest {

  private static final Path ROOT = Path.of(System.getProperty("project.rootDirectory", ".."));

  @Test
  void its_lines_of_Java_are_those_that_compile() throws IOException {
    List<String> source =
        Files.readAllLines(Path.of("src/main/java/io/github/bseries/samples/ReadAPair.java"));
    int begin = source.indexOf("    // README begin");
    int end = source.indexOf("    // README end");
    String lines = String.join("\n", source.subList(begin + 1, end)).stripIndent();

    assertThat(begin).isPositive();
    assertThat(lines.lines().count()).isLessThanOrEqualTo(15);
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("```java\n" + lines + "\n```");
  }

  @Test
  void its_lines_of_Java_read_a_pair(PairAddresses addresses, SimulatedAccount simulated)
      throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (ApiAccount account =
        ApiAccount.of(simulated.clientId(), simulated.clientSecret().toCharArray())) {

      ReadAPair.read(
          ApplianceClient.builder().account(account).trustedCertificates(addresses.caCertificate()),
          List.of(
              url(addresses.a()),
              url(addresses.b()),
              url(addresses.site()).replace("127.0.0.1", "localhost")),
          new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("is primary, success 1", "is backup, success 1", "ONE_PRIMARY", "is primary now");
  }

  private static String url(ApplianceAddress address) {
    return "https://" + address.host() + ":" + address.port();
  }
}
