// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.bseries.architecture.TestNames;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.github.bseries.samples", importOptions = DoNotIncludeTests.class)
class SamplesArchitectureTest {

  @ArchTest
  static final ArchRule samples_use_what_users_can_use =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bseries..internal..")
          .because("a sample that needs an internal shows what is missing in the public API");

  @ArchTest
  static final ArchRule the_tool_needs_no_testkit =
      noClasses()
          .that()
          .resideInAPackage("io.github.bseries.samples.tool..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bseries.testkit..")
          .because("its jar is for real appliances");

  @Test
  void every_test_has_a_name_that_is_run() {
    assertThat(TestNames.complaints()).isEmpty();
  }
}
