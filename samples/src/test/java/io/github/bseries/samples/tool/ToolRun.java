// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.http.PairAddresses;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One run of the tool as the shell would see it. */
record ToolRun(int code, String out, String err) {

  static ToolRun of(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = BseriesTool.run(environment, new PrintWriter(out), new PrintWriter(err), args);
    return new ToolRun(code, out.toString(), err.toString());
  }

  /** Runs a command against a pair, with its account and its addresses. */
  static ToolRun on(PairAddresses pair, SimulatedAccount account, String... args) {
    return on(pair, environment(account), args);
  }

  /** Does the same with another environment. */
  static ToolRun on(PairAddresses pair, Map<String, String> environment, String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(
        List.of(
            "--primary", url(pair.a()),
            "--backup", url(pair.b()),
            "--site", url(pair.site()).replace("127.0.0.1", "localhost"),
            "--trust", pair.caCertificate().toString()));
    return of(environment, all.toArray(String[]::new));
  }

  /** An environment with a home of its own: no run knows of another one. */
  static Map<String, String> environment(SimulatedAccount account) {
    return environment(account, freshFolder());
  }

  /** The environment of a user whose state lies here: runs with it know of each other. */
  static Map<String, String> environment(SimulatedAccount account, Path state) {
    return Map.of(
        "BT_CLIENT_ID", account.clientId(),
        "BT_CLIENT_SECRET", account.clientSecret(),
        "XDG_STATE_HOME", state.toString());
  }

  /** A new folder of its own. */
  static Path freshFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target", "state")), "home")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String url(ApplianceAddress address) {
    return "https://" + address.host() + ":" + address.port();
  }

  JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(out))) {
      return reader.readObject();
    }
  }
}
