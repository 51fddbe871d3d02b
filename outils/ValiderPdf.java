import java.io.FileInputStream;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Validates PDFs with the veraPDF engine: a line a file, then a line a broken rule. */
class ValiderPdf {
    public static void main(String[] words) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(words[0]);
        boolean sound = flavour != PDFAFlavour.NO_FLAVOUR;
        for (int index = 1; index < words.length; index++) {
            sound &= validate(flavour, words[index]);
        }
        System.exit(sound ? 0 : 1);
    }

    private static boolean validate(PDFAFlavour flavour, String path) throws Exception {
        try (FileInputStream stream = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf(
                    "%s %s compliant=%b checks=%d%n",
                    path, flavour, result.isCompliant(), result.getTotalAssertions());
            for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
                RuleId rule = broken.getKey();
                System.out.printf(
                        "  clause %s test %d: %d times%n",
                        rule.getClause(), rule.getTestNumber(), broken.getValue());
            }
            return result.isCompliant() && result.getTotalAssertions() > 0;
        }
    }
}
