// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceAddress;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SimulatorTest {

  private final List<Process> started = new ArrayList<>();

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-cp", System.getProperty("java.class.path")));
    command.add(Simulator.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static String errorOutput(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @AfterEach
  void end_all() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void it_tells_in_one_line_where_it_is_and_cleans_up_when_it_is_ended() throws Exception {
    Process process = start("--speed", "100", "--backup-bytes", "10");
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);

    JsonObject ready = Json.createReader(new StringReader(output.readLine())).readObject();

    Path certificate = Path.of(ready.getString("caCertificate"));
    PlainCaller caller = new PlainCaller(certificate);
    for (String side : List.of("a", "b", "site")) {
      String url = ready.getJsonObject(side).getString("url");
      assertThat(caller.get(ApplianceAddress.parse(url), "/check_health").status()).isEqualTo(200);
    }
    assertThat(ready.getJsonObject("a").getString("id")).matches("[0-9a-f]{32}");
    assertThat(ready.getJsonObject("site").getString("url")).startsWith("https://localhost:");
    assertThat(ready.getString("clientId")).matches("[0-9a-f]{40}");
    assertThat(ready.getString("clientSecret")).hasSize(44);
    process.toHandle().destroy(); // the process itself would close its output with it
    process.waitFor();
    assertThat(output.readLine()).as("a second line").isNull();
    assertThat(errorOutput(process)).isEmpty();
    assertThat(certificate.getParent()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--speed fast | \"fast\" | above 0",
        "--speed 0 | \"0\" | above 0",
        "--backup-bytes 0 | \"0\" | 1 or more",
        "--backup-bytes 1.5 | \"1.5\" | whole number",
        "--port-base 65534 | \"65534\" | 1 to 65533",
        "--speed | --speed | --speed N",
        "--cutover tunnel | \"tunnel\" | dns, nat, shared-ip",
        "--session-every 0 | \"0\" | 1 to 86400",
        "--assume NOTHING | \"NOTHING\" | BOTH_TELL_SYNC",
        "--sped 1 | --sped | --help"
      })
  void wrong_arguments_are_told_in_one_line(String arguments, String value, String wayOut)
      throws Exception {
    Process process = start(arguments.split(" "));

    assertThat(errorOutput(process)).contains(value).contains(wayOut).hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(64);
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
  }

  @Test
  void a_port_in_use_is_told_in_one_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Process process = start("--port-base", String.valueOf(taken.getLocalPort()));

      assertThat(errorOutput(process)).contains("port " + taken.getLocalPort()).hasLineCount(1);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
    }
  }

  @Test
  void help_is_printed_and_that_is_all() throws Exception {
    Process process = start("--help");

    assertThat(process.inputReader().lines()).anyMatch(line -> line.contains("--port-base N"));
    assertThat(process.waitFor()).isZero();
  }
}
