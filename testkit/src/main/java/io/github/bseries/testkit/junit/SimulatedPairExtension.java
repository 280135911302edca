// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.junit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.testkit.PairTimeline;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Resolves parameters of tests to a simulated pair, a new one for each test. The server is started
 * only if a parameter needs it, and closed by JUnit when the test ends.
 *
 * <p>For a pair with other settings, register it in the test class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatedPairExtension PAIR =
 *     SimulatedPairExtension.with(() -> SimulatedPair.builder().backupBytes(10).build());
 * }</pre>
 *
 * @since 0.1
 */
public final class SimulatedPairExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(SimulatedPairExtension.class);

  private static final Map<Class<?>, Function<Simulation, Object>> PARAMETERS =
      Map.of(
          SimulatedPair.class,
          Simulation::pair,
          SimulatedAccount.class,
          simulation -> simulation.pair().account(),
          SimulatedPairServer.class,
          Simulation::server,
          PairAddresses.class,
          simulation -> simulation.server().addresses());

  private final Supplier<SimulatedPair> pairs;

  /** Makes an extension for pairs with the default settings. */
  public SimulatedPairExtension() {
    this(SimulatedPair::create);
  }

  private SimulatedPairExtension(Supplier<SimulatedPair> pairs) {
    this.pairs = requireNonNull(pairs, "pairs");
  }

  /**
   * Makes an extension for pairs of another kind.
   *
   * @param pairs makes a new pair at each call
   */
  public static SimulatedPairExtension with(Supplier<SimulatedPair> pairs) {
    return new SimulatedPairExtension(pairs);
  }

  /** Has the constructor of a test class see the store of the test, not that of the class. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /** Returns whether the parameter is one of the four types, and belongs to a test. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getTestMethod().isPresent()
        && PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  /** Returns what the parameter asks for. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Simulation simulation =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                Simulation.class, key -> new Simulation(pairs.get()), Simulation.class);
    var found = requireNonNull(PARAMETERS.get(parameter.getParameter().getType()), "parameter");
    return found.apply(simulation);
  }

  /** Publishes the timeline of the pair if the test failed, and prints it to the standard error. */
  @Override
  public void afterEach(ExtensionContext context) {
    Simulation simulation = context.getStore(NAMESPACE).get(Simulation.class, Simulation.class);
    boolean failed =
        context
            .getExecutionException()
            .filter(reason -> !(reason instanceof TestAbortedException))
            .isPresent();
    if (simulation == null || !failed) {
      return; // an assumption that does not hold is no failure
    }
    String timeline = PairTimeline.of(simulation.pair()).text();
    context.publishReportEntry("timeline of the simulated pair", timeline);
    // At once: lines of tests that run beside each other would be mixed.
    System.err.print(context.getDisplayName() + " failed; the pair was asked:\n" + timeline);
  }

  /** What one test has; the store of the test closes it. */
  private static final class Simulation implements AutoCloseable {

    private final SimulatedPair pair;
    private @Nullable SimulatedPairServer server;

    Simulation(SimulatedPair pair) {
      this.pair = pair;
    }

    SimulatedPair pair() {
      return pair;
    }

    synchronized SimulatedPairServer server() {
      SimulatedPairServer started = server;
      if (started == null) {
        started = SimulatedPairServer.start(pair);
        server = started;
      }
      return started;
    }

    @Override
    public synchronized void close() {
      if (server != null) {
        server.close();
      }
    }
  }
}
