package vn.sen.reporting.issuance.web;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.access.OpenPath;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.issuance.IssuableReport;
import vn.sen.reporting.issuance.Printer;
import vn.sen.reporting.issuance.Reports;
import vn.sen.reporting.issuance.print.ProvincePrinter;
import vn.sen.reporting.issuance.print.TablePrinter;
import vn.sen.reporting.issuance.sign.ReportSigner;
import vn.sen.reporting.issuance.sign.SigningKeys;
import vn.sen.reporting.issuance.store.IssuedReports;
import vn.sen.reporting.issuance.store.Issuer;
import vn.sen.reporting.issuance.store.KeptDocuments;
import vn.sen.reporting.issuance.store.ProvinceToIssue;
import vn.sen.reporting.issuance.store.Verifier;
import vn.sen.reporting.province.store.Definitions;

/** Puts issuing together. Other features add reports and printers as beans. */
@Configuration(proxyBeanMethods = false)
class IssuanceConfiguration {

  @Bean
  SigningKeys issuanceKeys(
      IssuanceProperties properties, @Value("${sen.local:false}") boolean local) {
    var file = properties.file();
    return file == null ? SigningKeys.none() : SigningKeys.read(file, local);
  }

  @Bean
  ReportSigner reportSigner(SigningKeys keys) {
    return new ReportSigner(keys);
  }

  @Bean
  IssuedReports issuedReports(AggregateStores stores) {
    return new IssuedReports(stores);
  }

  @Bean
  KeptDocuments keptDocuments(MongoDatabase database) {
    return new KeptDocuments(database);
  }

  @Bean
  IssuableReport provinceToIssue(Definitions definitions) {
    return new ProvinceToIssue(definitions);
  }

  @Bean
  Printer provincePrinter() {
    return new ProvincePrinter();
  }

  @Bean
  Printer tablePrinter() {
    return new TablePrinter();
  }

  @Bean
  Reports issuableReports(ObjectProvider<IssuableReport> more) {
    return new Reports(more.stream().toList());
  }

  @Bean
  Issuer issuer(
      Reports reports,
      PastBooks past,
      Books present,
      ReportSigner signer,
      ObjectProvider<Printer> printers,
      KeptDocuments documents,
      IssuedReports issued,
      Clock clock,
      @Value("${sen.reporting.simulated:false}") boolean simulated) {
    return new Issuer(
        reports,
        past,
        present,
        signer,
        printers.orderedStream().toList(),
        documents,
        issued,
        clock,
        simulated);
  }

  @Bean
  Verifier issuedReportVerifier(
      Reports reports, PastBooks past, ReportSigner signer, KeptDocuments documents) {
    return new Verifier(reports, past, signer, documents);
  }

  @Bean
  OpenPath issuedReportPage() {
    return new OpenPath(
        CheckController.PAGE,
        "Whoever is shown an issued report may check it; the page tells nothing");
  }

  @Bean
  OpenPath issuedReportChecks() {
    return new OpenPath(
        CheckController.CHECK,
        "Whoever is shown an issued report may ask whether it is good; the gateway counts her");
  }

  @Bean
  OpenPath issuedReportKeys() {
    return new OpenPath(
        CheckController.KEYS,
        "With the public keys anybody checks a signature without the platform");
  }
}
