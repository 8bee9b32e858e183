package ansinh;

import java.util.LinkedHashMap;
import java.util.Map;

/** Requests as the texts that the library reads, by the names of their fields. */
final class Texts {
  private Texts() {}

  static Map<String, String> of(Payment payment) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("paid_on", payment.paidOn().toString());
    texts.put("income", Long.toString(payment.income()));
    texts.put("term", payment.term());
    if (!payment.groups().isEmpty()) texts.put("groups", String.join("|", payment.groups()));
    payment.firstMonth().ifPresent(month -> texts.put("first_month", month.toString()));
    put(texts, "province", payment.province());
    put(texts, "former_province", payment.formerProvince());
    put(texts, "locality", payment.locality());
    payment.monthsSupported().ifPresent(months -> texts.put("months_supported", Integer.toString(months)));
    payment.localMonthsUsed().ifPresent(months -> texts.put("local_months_used", Integer.toString(months)));
    payment.fundReturnRate().ifPresent(rate -> texts.put("fund_return_rate", rate.toPlainString()));
    if (payment.otherSupport() != 0) texts.put("other_support", Long.toString(payment.otherSupport()));
    payment.thSupport().ifPresent(how -> texts.put("th_support", how == Payment.ThSupport.NOMINAL ? "nominal" : "compounded"));
    return texts;
  }

  static void put(Map<String, String> texts, String field, String text) {
    if (!text.isEmpty()) texts.put(field, text);
  }
}
