// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program: a simulated pair for whoever does not write Java. */
final class Simulator {

  private static final int USAGE_ERROR = 64;
  private static final int NOT_STARTED = 1;

  private Simulator() {}

  /**
   * Starts the pair, tells where it is, and stays until the process is ended.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      SimulatorOptions options = SimulatorOptions.parse(List.of(arguments));
      if (options.help()) {
        System.out.print(SimulatorOptions.USAGE);
        return;
      }
      Simulation simulation = new Simulation(options::newPair, options.portBase());
      Runtime.getRuntime().addShutdownHook(new Thread(simulation::close, "bseries-simulator-end"));
      ControlServer control = new ControlServer(new ControlApi(simulation), options.controlPort());
      System.out.println(readyLine(simulation.server(), control.port()));
      System.out.flush();
    } catch (SimulatorOptions.WrongArgument e) {
      System.err.println("bseries-simulator: " + e.getMessage());
      System.exit(USAGE_ERROR);
    } catch (UncheckedIOException e) {
      System.err.println(
          "bseries-simulator: "
              + e.getMessage()
              + "; end what holds it, or leave out --port-base and"
              + " --control-port");
      System.exit(NOT_STARTED);
    }
    new CountDownLatch(1).await(); // the process is ended from outside
  }

  private static JsonObject readyLine(SimulatedPairServer server, int controlPort) {
    SimulatedPair pair = server.pair();
    return Json.createObjectBuilder()
        .add("a", side(pair.a(), server.a()))
        .add("b", side(pair.b(), server.b()))
        .add("site", url("localhost", server.site()))
        .add("control", "http://127.0.0.1:" + controlPort)
        .add("clientId", pair.account().clientId())
        .add("clientSecret", pair.account().clientSecret())
        .add("caCertificate", server.caCertificate().toString())
        .build();
  }

  private static JsonObjectBuilder side(SimulatedAppliance appliance, ApplianceAddress address) {
    return url(address.host(), address).add("id", appliance.id().value());
  }

  private static JsonObjectBuilder url(String host, ApplianceAddress address) {
    return Json.createObjectBuilder().add("url", "https://" + host + ":" + address.port());
  }
}
