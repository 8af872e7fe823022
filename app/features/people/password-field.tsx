import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { fieldId } from "#app/ui/field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

interface PasswordFieldProps {
  name: string;
  label: string;
  /** What a password manager should do here. */
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error?: string;
}

/** A password that its owner may look at while typing: fewer mistakes than typing it twice, and none hidden. */
export function PasswordField({ autoComplete, ...field }: PasswordFieldProps) {
  const { t } = useTranslation("people");
  const [shown, setShown] = useState(false);
  return (
    <div className="flex w-full max-w-form flex-col items-start gap-1">
      <TextField
        {...field}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        fieldClassName="w-full"
      />
      <Button
        kind="quiet"
        size="small"
        icon={shown ? EyeOff : Eye}
        aria-controls={fieldId(field.name)}
        className="-ms-3"
        onClick={() => setShown(!shown)}
      >
        {t(shown ? "password.hide" : "password.show")}
      </Button>
    </div>
  );
}
